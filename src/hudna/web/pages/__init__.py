"""The pages, one module each: ``PAGE`` says where it is found, its function what it answers (docs/web.md)."""
