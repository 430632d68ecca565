# The same texts, in another order where that makes no difference.
brand-line = { -viktat } computes { brand-what }
brand-what = reimbursement
-viktat = Viktat

type = Type
save = Save
    .label = Save the { -viktat } file
same-in-both = OK
two-lines =
    First line
      indented line

    last line
spaces = { "" }  before and after{ "\u00A0" }
quotes = "Quote" \ and { "{" }braces{ "}" } `code`
empty = { "" }
turned = { "\u2067" }turned{ "\u2069" }
only-attribute =
    .placeholder = Search …

brief-sentence = Instead of { $current }: { $proposal }.
starred = { $type } by { $type }
bare = { "" }{ $type }
concatenated = { $concat } or { $self }

persons = { $n ->
    [one] { $count } person
   *[other] { $count } persons
}
persons-counted = { $n ->
    [one] { $count } person
   *[other] { $count } persons
} counted.
proposals = { $n ->
    [0] No proposals
    [one] One proposal
   *[other] Many proposals
} exist
one-wins = { $n ->
    [one] one
    [2] two
   *[other] several
}
default-first = { $n ->
   *[one] one
    [other] several
}
compared = For { $name } the reimbursement is { $kind ->
    [more] { $amount } higher
    [less] { $amount } lower
   *[same] unchanged
}.
nested = { $kind ->
    [list] { $n ->
        [one] { $name } alone
       *[other] { $name } and others
    }
   *[none] nobody
}
referring = See { persons } and { save.label }
