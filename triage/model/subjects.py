"""How the subjects of answers and forwarded messages begin, in the languages of the mail programs that write them."""

ANSWER = "re|aw|antw|antwort|sv|vs|vá|ynt|odp|res|r|ref|rif|réf|回复|回覆|答复|答覆|返信|תשובה|השב|رد"
FORWARD = "fw|fwd|wg|tr|rv|vb|vl|enc|i|pd|doorst|továbbítás|转发|轉寄|転送|הועבר|إعادة توجيه"
