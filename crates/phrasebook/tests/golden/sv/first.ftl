# Example texts: each kind of text that phrasebook understands, once.
-viktat = Viktat
brand-line = { -viktat } räknar på { brand-what }
brand-what = ersättning

## Plain texts
save = Spara
    .label = Spara { -viktat }-filen
type = Typ
same-in-both = OK
two-lines =
    Första raden
      indragen rad

    sista raden
spaces = { "" }  före och efter{ "\u00A0" }
quotes = "Citat" \ och { "{" }klammer{ "}" } `kod`
empty = { "" }
turned = { "\u2067" }vänd{ "\u2069" }
only-attribute =
    .placeholder = Sök …

## Variables
brief-sentence = { $proposal } i stället för { $current }.
starred = { $type } * { $type }
bare = { "" }{ $type }
concatenated = { $concat } / { $self }

## Selections
persons = { $n ->
    [one] { $count } person
   *[other] { $count } personer
}
persons-counted = { $n ->
    [one] { $count } person
   *[other] { $count } personer
} räknas.
proposals = { $n ->
    [0] Inga förslag
    [one] Ett förslag
   *[other] Många förslag
} finns
one-wins = { $n ->
    [one] en
    [2] två
   *[other] flera
}
default-first = { $n ->
   *[one] en
    [other] flera
}
compared = Ersättningen är { $kind ->
    [more] { $amount } högre
    [less] { $amount } lägre
   *[same] oförändrad
} för { $name }.
nested = { $kind ->
    [list] { $n ->
        [one] { $name } ensam
       *[other] { $name } med flera
    }
   *[none] ingen
}
referring = Se { persons } och { save.label }
