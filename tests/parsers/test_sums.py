from __future__ import annotations

import random

import pytest

from triage.parsers.sums import crc16, crc32c


def slow(data: bytes, polynomial: int, value: int) -> int:
    for byte in data:
        value ^= byte
        for _ in range(8):
            value = value >> 1 ^ (polynomial if value & 1 else 0)
    return value


def test_check_values_of_the_catalogues() -> None:
    assert crc16(b"123456789") == 0xBB3D
    assert crc32c(b"123456789") == 0xE3069283


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, 70_001])
def test_lanes_sum_up_to_what_single_bytes_do(size: int) -> None:
    data = random.Random(size).randbytes(size)
    assert crc16(data) == slow(data, 0xA001, 0)
    assert crc32c(data) == slow(data, 0x82F63B78, 0xFFFFFFFF) ^ 0xFFFFFFFF


def test_more_lanes_than_are_taken_at_a_time() -> None:
    block = bytes(range(256)) * 4096
    assert crc16(block + b"xyz") != crc16(block + b"xyy")
    assert crc16(block + b"xyz") == slow(b"xyz", 0xA001, crc16(block))
