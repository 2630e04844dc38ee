package money

// Five is a line.
const Five = 5

// Six is a line.
const Six = 6
