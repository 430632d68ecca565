//! Reads and writes what people have: numbers as Swedes write them, pasted tables.
