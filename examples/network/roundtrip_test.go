package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station"
	"github.com/shegong/shegong/station/collab"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/person"
	"github.com/shegong/shegong/station/sheet"
	"github.com/shegong/shegong/station/vocab"
)

// records returns the rows of a file, of each folder that has it.
func records[T any](t *testing.T, file string, form sheet.Form[T]) (folders [][]T) {
	t.Helper()
	for _, name := range []string{"nanjing", "heilongjiang"} {
		b := open(folder(t, name))
		values := put(b, "", load(b, file, unchecked(form)))
		if len(b.found) > 0 {
			t.Fatal(b.found)
		}
		if len(values) > 0 {
			folders = append(folders, values)
		}
	}
	if len(folders) == 0 {
		t.Fatalf("no folder has %s", file)
	}
	return folders
}

// csvTrip writes rows and reads them back.
func csvTrip[T any](t *testing.T, encoding sheet.Encoding, form sheet.Form[T], values []T) (back []T, file []byte) {
	t.Helper()
	var out bytes.Buffer
	if err := (sheet.CSV{Encoding: encoding}).Write(&out, form.Write(slices.Values(values))); err != nil {
		t.Fatal(encoding, err)
	}
	file = slices.Clone(out.Bytes())
	result := form.Read(sheet.CSV{Encoding: encoding}.Rows(&out))
	if err := result.Faults.Blocking().Err(); err != nil {
		t.Fatal(encoding, err)
	}
	return result.Values(), file
}

func jsonTrip[R any](t *testing.T, records []R) (back []R) {
	t.Helper()
	data, err := json.Marshal(records)
	if err == nil {
		err = json.Unmarshal(data, &back)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// trip takes rows through CSV in both encodings, through JSON as records, and through CSV again.
func trip[T, R any](t *testing.T, form sheet.Form[T], values []T, record func(T) R, value func(R) T) {
	t.Helper()
	form = unchecked(form)
	for _, encoding := range []sheet.Encoding{sheet.UTF8, sheet.GB18030} {
		back, first := csvTrip(t, encoding, form, values)
		if d := cmp.Diff(values, back); d != "" {
			t.Errorf("CSV in %s: %s", encoding, d)
		}
		out := make([]R, len(back))
		for i, v := range back {
			out[i] = record(v)
		}
		back = back[:0]
		for _, r := range jsonTrip(t, out) {
			back = append(back, value(r))
		}
		if d := cmp.Diff(values, back); d != "" {
			t.Errorf("JSON: %s", d)
		}
		if _, second := csvTrip(t, encoding, form, back); !bytes.Equal(first, second) {
			t.Errorf("CSV in %s differs after JSON", encoding)
		}
	}
}

func same[T any](v T) T { return v }

func whole[T any](name, file string, form sheet.Form[T]) (string, func(*testing.T)) {
	return name, func(t *testing.T) {
		for _, values := range records(t, file, form) {
			trip(t, form, values, same[T], same[T])
		}
	}
}

func TestRowsSurviveCSVAndJSON(t *testing.T) {
	t.Run(whole("stations", "stations.csv", station.StationForm()))
	t.Run(whole("posts", "posts.csv", station.PostForm()))
	t.Run(whole("assignments", "assignments.csv", station.AssignmentForm()))
	t.Run(whole("operators", "operators.csv", contract.OperatorForm()))
	t.Run(whole("contracts", "contracts.csv", contract.ContractForm()))
	t.Run(whole("indicators", "kpis.csv", contract.KPIForm()))
	t.Run(whole("partners", "partners.csv", collab.PartnerForm()))
	t.Run(whole("engagements", "engagements.csv", collab.EngagementForm()))
	t.Run(whole("teams", "teams.csv", collab.TeamForm()))
	t.Run(whole("resources", "resources.csv", collab.ResourceForm()))
	// forms of this program
	t.Run(whole("network", "network.csv", setupForm()))
	t.Run(whole("authorities", "authorities.csv", authorityForm()))
	t.Run(whole("brands", "brands.csv", brandForm()))
	t.Run(whole("documents", "documents.csv", documentForm()))
	t.Run(whole("meetings", "meetings.csv", meetingForm()))
	t.Run(whole("attendees", "attendees.csv", attendeeForm()))
	t.Run(whole("ratings", "ratings.csv", ratingForm()))
	t.Run(whole("steps", "steps.csv", stepForm()))
	t.Run(whole("supervisions", "supervisions.csv", supervisionForm()))
	t.Run(whole("bulletins", "bulletins.csv", bulletinForm()))
	t.Run(whole("findings", "findings.csv", findingForm()))
	t.Run(whole("items", "items.csv", itemForm()))
	t.Run(whole("funding", "funding.csv", fundingForm()))
	t.Run(whole("instalments", "instalments.csv", instalmentForm()))
	t.Run(whole("evaluations", "evaluations.csv", evaluationForm()))
	t.Run(whole("frameworks", "frameworks.csv", schemeForm()))
	t.Run(whole("pillars", "pillars.csv", pillarForm()))
	t.Run(whole("pairings", "pairings.csv", pairingForm()))
	t.Run(whole("figures", "figures.csv", publishedForm()))
	t.Run(whole("notes", "notes.csv", noteForm()))
}

// A worker leaves the house in full only in a record of the importer's own.
type workerRecord struct {
	Worker     station.Worker                      `json:"worker"`
	Name       identity.Plain[identity.Name]       `json:"name"`
	ResidentID identity.Plain[identity.ResidentID] `json:"resident_id"`
	Mobile     identity.Plain[identity.Mobile]     `json:"mobile"`
}

func ofWorker(w station.Worker) workerRecord {
	r := workerRecord{w, identity.InFull(w.Name), identity.InFull(w.ResidentID), identity.InFull(w.Mobile)}
	r.Worker.Name, r.Worker.ResidentID, r.Worker.Mobile = identity.Name{}, identity.ResidentID{}, identity.Mobile{}
	return r
}

func (r workerRecord) worker() station.Worker {
	r.Worker.Name, r.Worker.ResidentID, r.Worker.Mobile = r.Name.Get(), r.ResidentID.Get(), r.Mobile.Get()
	return r.Worker
}

type volunteerRecord struct {
	Volunteer collab.Volunteer                `json:"volunteer"`
	Name      identity.Plain[identity.Name]   `json:"name"`
	Mobile    identity.Plain[identity.Mobile] `json:"mobile"`
}

func ofVolunteer(v collab.Volunteer) volunteerRecord {
	r := volunteerRecord{v, identity.InFull(v.Name), identity.InFull(v.Mobile)}
	r.Volunteer.Name, r.Volunteer.Mobile = identity.Name{}, identity.Mobile{}
	return r
}

func (r volunteerRecord) volunteer() collab.Volunteer {
	r.Volunteer.Name, r.Volunteer.Mobile = r.Name.Get(), r.Mobile.Get()
	return r.Volunteer
}

func TestPeopleSurviveInFullAndAreRefusedMasked(t *testing.T) {
	workers := slices.Concat(records(t, "workers.csv", station.WorkerForm())...)
	trip(t, station.WorkerFormInFull(), workers, ofWorker, workerRecord.worker)
	volunteers := slices.Concat(records(t, "volunteers.csv", collab.VolunteerForm())...)
	trip(t, collab.VolunteerFormInFull(), volunteers, ofVolunteer, volunteerRecord.volunteer)

	var back []station.Worker
	data, err := json.Marshal(workers)
	if err == nil {
		err = json.Unmarshal(data, &back)
	}
	if !errors.Is(err, identity.ErrMasked) {
		t.Errorf("workers printed as JSON and read back: %v, want %s", err, identity.ErrMasked)
	}
	var out bytes.Buffer
	if err := (sheet.CSV{}).Write(&out, station.WorkerForm().Write(slices.Values(workers))); err != nil {
		t.Fatal(err)
	}
	result := station.WorkerForm().Read(sheet.CSV{}.Rows(&out))
	if len(result.Rows) != 0 || !result.Faults.Has(identity.ErrMasked) {
		t.Errorf("%d masked rows were read", len(result.Rows))
	}
}

// unknown takes rows with a word of a newer program through CSV and JSON; Validate says so and nothing is lost.
func unknown[T interface{ Validate() error }](t *testing.T, file string, form sheet.Form[T], set func(*T)) {
	t.Helper()
	values := records(t, file, form)[0][:1]
	set(&values[0])
	if !fault.Of(values[0].Validate()).Has(vocab.ErrUnknown) {
		t.Errorf("%s: the unknown word is not reported: %v", file, values[0].Validate())
	}
	trip(t, form, values, same[T], same[T])
}

func TestUnknownWordsSurvive(t *testing.T) {
	unknown(t, "stations.csv", station.StationForm(), func(s *station.Station) {
		s.Tier, s.Area, s.Mode = "hamlet", "estate", "self_run"
		s.History = append(s.History, station.StatusChange{Status: "moved", Since: s.History[0].Since})
	})
	unknown(t, "posts.csv", station.PostForm(), func(p *station.Post) { p.Kind, p.Employer, p.Requires = "cook", "self", "master" })
	unknown(t, "contracts.csv", contract.ContractForm(), func(c *contract.Contract) { c.Service, c.Method = "catering", "lottery" })
	unknown(t, "kpis.csv", contract.KPIForm(), func(r *contract.KPIRow) {
		r.Comparator, r.Basis, r.Word = "about", "smiles", measure.Word("smile")
	})
	unknown(t, "partners.csv", collab.PartnerForm(), func(p *collab.Partner) {
		p.Kind, p.Roles, p.Standing = "temple", []collab.PartnerRole{"singer"}, "pending"
	})
	unknown(t, "engagements.csv", collab.EngagementForm(), func(e *collab.Engagement) { e.Kind = "hosted" })
	unknown(t, "resources.csv", collab.ResourceForm(), func(r *collab.Resource) {
		r.Kinds, r.Categories = []collab.ResourceKind{"vehicle"}, []person.Category{"veteran"}
	})
}

// The network as a whole goes through JSON without loss, people aside.
func TestNetworksSurviveJSON(t *testing.T) {
	for _, name := range []string{"nanjing", "heilongjiang"} {
		r, err := read(folder(t, name))
		if err != nil {
			t.Fatal(err)
		}
		n := r.network
		n.Workers, n.Volunteers = nil, nil
		for i := range n.Supervisions {
			for j := range n.Supervisions[i].Supervisors {
				n.Supervisions[i].Supervisors[j].Name = identity.Name{}
			}
		}
		if d := cmp.Diff([]station.Network{n}, jsonTrip(t, []station.Network{n})); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}
