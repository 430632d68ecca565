# Texts of a part of the program that comes later.
room-heading = Rummet
room-persons = Rum för { $count }
room-more = { $n ->
    [one] ett rum till
   *[other] flera rum till
}
