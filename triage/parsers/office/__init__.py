"""Documents of office programs. Nothing is computed: values are read as they were saved."""
