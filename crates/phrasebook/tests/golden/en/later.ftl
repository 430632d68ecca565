# Texts of a part of the program that comes later.
room-heading = The room
room-persons = Room for { $count }
room-more = { $n ->
    [one] one more room
   *[other] several more rooms
}
