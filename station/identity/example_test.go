package identity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/identity"
)

// The numbers and names here are synthetic (虚构).

func Example() {
	type client struct {
		Name    identity.Name       `json:"name"`
		ID      identity.ResidentID `json:"id,omitzero"` // newborns have none
		Phone   identity.Mobile     `json:"phone"`
		Address identity.Text       `json:"address"`
		note    identity.Text
	}
	var c client
	form := `{"name":"欧阳娜娜","id":"350627198807152021","phone":"13957913579","address":"双湖镇下山村97号"}`
	if err := json.Unmarshal([]byte(form), &c); err != nil {
		fmt.Println(err)
	}
	c.note = identity.MustParseText("独居，女儿在外地")

	fmt.Println(c.Name, c.ID, c.Phone, c.Address)
	masked, _ := json.Marshal(c)
	fmt.Println(string(masked))

	var copied client
	err := json.Unmarshal(masked, &copied)
	fmt.Println(err, errors.Is(err, identity.ErrMasked))

	fmt.Println("姓名：" + identity.Reveal(c.Name))
	// Output:
	// 欧某某 ****************** *********** ******
	// {"name":"欧某某","id":"******************","phone":"***********","address":"******"}
	// a masked copy cannot be saved as data [IDENTITY-MASKED] true
	// 姓名：欧阳娜娜
}

func ExampleParseResidentID() {
	id, _ := identity.ParseResidentID("350627198807152021")
	fmt.Println(id, id.Kind())
	fmt.Println("the number states:", id.StatedBirth(), id.StatedSex(), id.StatedArea())

	_, err := identity.ParseResidentID("350627198807152022")
	fmt.Println(err)
	_, err = identity.ParseResidentID("350627880715202")
	fmt.Println(errors.Is(err, identity.ErrLegacy))
	// Output:
	// ****************** citizen
	// the number states: 1988-07-15 female 350627
	// the check character is wrong: look for a typing error [IDENTITY-CHECK]
	// true
}

func ExampleUpgradeLegacy() {
	id, err := identity.UpgradeLegacy("350627880715202")
	fmt.Println(identity.Reveal(id), err)
	// Output: 350627198807152021 <nil>
}

func ExampleParseCreditCode() {
	c, _ := identity.ParseCreditCode("52350627MJB0000182")
	fmt.Println(c, c.Authority() == identity.CivilAffairs, c.StatedArea())
	fmt.Println(identity.OrganisationClasses().Name(c.Class(), language.Chinese))
	// Output:
	// 52350627MJB0000182 true 350627
	// 民办非企业单位
}

func ExampleParseDisabilityCertificate() {
	c, _ := identity.ParseDisabilityCertificate("35062719880715202141")
	fmt.Println(c)
	fmt.Println(identity.DisabilityKinds().Name(c.Kind(), language.Chinese),
		identity.DisabilityGrades().Name(c.Grade(), language.Chinese))
	// Output:
	// ********************
	// 肢体残疾 一级
}

func ExampleParseNameLenient() {
	for _, cell := range []string{"陈　文", "阿卜杜拉•买买提", "陈某某"} {
		n, err := identity.ParseNameLenient(cell)
		fmt.Println(identity.Reveal(n), n, err)
	}
	// Output:
	// 陈文 陈某某 <nil>
	// 阿卜杜拉·买买提 某 <nil>
	//   a masked copy cannot be saved as data [IDENTITY-MASKED]
}

func ExampleMobile() {
	m := identity.MustParseMobile("13957913579")
	noTime := func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{}
		}
		return a
	}
	log := slog.New(slog.NewTextHandler(os.Stdout, &slog.HandlerOptions{ReplaceAttr: noTime}))
	log.Info("called", "phone", m)
	// Output: level=INFO msg=called phone=***********
}

func ExampleText() {
	t, _ := identity.ParseText("双湖镇下山村97号")
	fmt.Printf("%v %q %x\n", t, t, t)
	// Output: ****** "******" ******
}

func ExamplePlain() {
	type filing struct { // what the county's platform asks for
		ID identity.Plain[identity.ResidentID] `json:"id"`
	}
	f := filing{identity.InFull(identity.MustParseResidentID("350627198807152021"))}
	b, _ := json.Marshal(f)
	fmt.Println(string(b))
	fmt.Println(f)
	// Output:
	// {"id":"350627198807152021"}
	// {******************}
}

func ExampleCheckDigit() {
	c, _ := identity.CheckDigit("11010519491231002")
	fmt.Printf("%c\n", c)
	// Output: X
}
