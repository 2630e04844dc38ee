package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/vocab"
)

// damaged reports broken UTF-8, and U+FFFD, which decoders write for bytes they cannot read.
func damaged(s string) bool { return !utf8.ValidString(s) || strings.ContainsRune(s, utf8.RuneError) }

// fold turns full-width forms into ASCII. width.Narrow would also ruin 、。「」.
func fold(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return width.Fold.String(s)
		}
	}
	return s
}

// invisible reports characters that nobody sees and that change what is compared or how it reads: controls but for
// blanks, format characters (zero width, bidirectional), and fillers that fonts draw as nothing.
func invisible(r rune) bool {
	switch r {
	case '\t', '\n', '\r', '\v', '\f':
		return false
	case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0: // a joiner, fillers of Hangul and Khmer
		return true
	case 0x2028, 0x2029: // separators that are blank but break lines
		return true
	}
	return r > 0x7E && unicode.In(r, unicode.Cf, unicode.Cc, unicode.Variation_Selector) || r < ' '
}

// prose checks a text that people read, and gives it one kind of line break.
func prose(s string) (string, error) {
	if strings.ContainsFunc(s, invisible) {
		return "", problem(ErrInvisible)
	}
	return oneBreak(s), nil
}

// oneBreak turns every line break into "\n".
func oneBreak(s string) string {
	if strings.ContainsRune(s, '\r') {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	return s
}

// identifier folds a text that machines read, and takes off what spreadsheets put around it.
func identifier(s string) (string, error) {
	if strings.ContainsFunc(s, invisible) {
		return "", problem(ErrInvisible)
	}
	s = strings.TrimSpace(fold(oneBreak(s)))
	for before := ""; s != before; {
		before = s
		if inner, ok := strings.CutPrefix(s, `="`); ok && strings.HasSuffix(inner, `"`) {
			s = inner[:len(inner)-1] // ="0350627" keeps the zero
		}
		s = strings.TrimSpace(strings.TrimPrefix(s, "'")) // '0350627 too
	}
	if scientific(s) {
		return "", problem(ErrScientific)
	}
	if whole := strings.TrimRight(s, "0"); strings.HasSuffix(whole, ".") && len(whole) > 1 && len(whole) < len(s) {
		if whole = whole[:len(whole)-1]; digits(whole) { // 350627.0, a number in a database's export
			s = whole
		}
	}
	return s, nil
}

// scientific reports a number with an exponent, which is what a spreadsheet leaves of a long identifier: 3.50627E+17.
func scientific(s string) bool {
	mantissa, exponent, ok := cutExponent(s)
	whole, fraction, point := strings.Cut(mantissa, ".")
	return ok && len(whole) == 1 && digits(whole) && (!point || digits(fraction)) && len(exponent) > 1 && digits(exponent)
}

func cutExponent(s string) (mantissa, exponent string, ok bool) {
	i := strings.LastIndexAny(s, "eE")
	if i < 0 {
		return "", "", false
	}
	exponent, ok = strings.CutPrefix(s[i+1:], "+")
	return s[:i], exponent, ok
}

// digits reports whether s is one ASCII digit or more.
func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// person reads the full text of a personal type.
func person[P identity.Personal](text string) (v P, err error) {
	if text == "" {
		return v, nil
	}
	switch p := any(&v).(type) {
	case *identity.Text:
		*p, err = identity.ParseText(oneBreak(text))
	case *identity.Name:
		*p, err = identity.ParseNameLenient(text)
	case *identity.Mobile:
		if text, err = identifier(text); err == nil {
			*p, err = identity.ParseMobile(strings.ReplaceAll(withoutBlanks(text), "-", ""))
		}
	case *identity.ResidentID:
		if text, err = identifier(text); err == nil {
			text = withoutBlanks(text)
			*p, err = identity.ParseResidentID(text)
			if err != nil && len(text) == 18 && digits(text) && text[15:] == "000" {
				err = problem(ErrScientific) // fifteen digits are what a spreadsheet keeps
			}
		}
	case *identity.DisabilityCertificate:
		if text, err = identifier(text); err == nil {
			*p, err = identity.ParseDisabilityCertificate(withoutBlanks(text))
		}
	}
	return v, err
}

// words returns the reader of a code list's words: exactly first, then by loose form where only one word has it.
func words[K ~string](list vocab.List[K]) func(string) (K, error) {
	byForm := map[string]K{}
	for e := range list.All() {
		for _, name := range append([]string{string(e.Key), e.ZH, e.EN}, e.Aliases...) {
			form := loose(name)
			if k, taken := byForm[form]; taken && k != e.Key {
				byForm[form] = ""
			} else {
				byForm[form] = e.Key
			}
		}
	}
	return func(text string) (K, error) {
		if text == "" {
			return "", nil
		}
		k, err := list.Parse(text)
		if err == nil {
			return k, nil
		}
		text, wrong := identifier(text)
		if wrong != nil {
			return "", wrong
		}
		if k = byForm[loose(text)]; k != "" {
			return k, nil
		}
		if f, ok := err.(fault.Fault); ok && len(text) <= 64 && text != "" && strings.Trim(text, keyLetters) == "" {
			return K(text), f.AsAdvisory()
		}
		return "", err
	}
}

// loose is what two texts have in common that people take for the same: width, case, blanks, line breaks and the star
// of required columns do not count.
func loose(s string) string {
	return strings.ToLower(strings.Trim(withoutBlanks(fold(s)), "*"))
}

func withoutBlanks(s string) string {
	if !strings.ContainsFunc(s, unicode.IsSpace) {
		return s
	}
	return strings.Join(strings.Fields(s), "")
}

const keyLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."

func yesNo(text string) (bool, error) {
	switch strings.ToUpper(fold(text)) {
	case "":
		return false, problem(ErrBlank)
	case "是", "√", "✓", "Y", "YES", "TRUE", "1":
		return true, nil
	case "否", "×", "N", "NO", "FALSE", "0":
		return false, nil
	}
	return false, problem(ErrBool)
}

const (
	listMark  = "；" // always separates items
	softMarks = "、，,\n"
)

func listColumn[T any, V comparable](header string, field func(*T) *[]V, cell Cell[V]) Column[T] {
	return Column[T]{
		Header: header,
		Set: func(t *T, text string) error {
			var l fault.List
			var items []V
			for _, s := range splitList(text) {
				v, err := cell.Parse(s)
				if err == nil && s == "" {
					err = problem(ErrBlank)
				}
				l.Add("", err)
				items = append(items, v)
			}
			if err := l.Err(); blocking(err) {
				return err
			}
			*field(t) = items
			return l.Err()
		},
		Get: func(t *T) string {
			items := *field(t)
			texts := make([]string, len(items))
			for i, v := range items {
				texts[i] = cell.Format(v)
			}
			return joinList(texts)
		},
		Equal: func(a, b *T) bool { return equalLists(*field(a), *field(b)) },
		Copy:  func(to, from *T) { *field(to) = append([]V(nil), *field(from)...) },
	}
}

func splitList(text string) []string {
	if text == "" {
		return nil
	}
	hard := strings.ContainsAny(text, ";；")
	items := strings.FieldsFunc(strings.TrimRight(text, ";； "), func(r rune) bool {
		return r == ';' || r == '；' || !hard && strings.ContainsRune(softMarks, r)
	})
	for i, s := range items {
		items[i] = strings.TrimSpace(s)
	}
	return items
}

func joinList(items []string) string {
	for _, s := range items {
		if strings.ContainsAny(s, softMarks) {
			return strings.Join(items, listMark) + listMark
		}
	}
	return strings.Join(items, "、")
}

func equalLists[V comparable](a, b []V) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
