package sqlledger_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"testing"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib"

	"github.com/shegong/shegong/examples/integrations/sqlledger"
	"github.com/shegong/shegong/station/ledger/ledgertest"
)

// server is a PostgreSQL server of this test program alone: its data and its socket lie in a temporary folder, it listens to no
// network, and it ends with the program, however that ends, since it reads from a pipe that the program holds.
type server struct {
	dir  string
	life io.Closer
	cmd  *exec.Cmd
	out  bytes.Buffer
}

var (
	shared server
	once   sync.Once
)

func TestMain(m *testing.M) {
	code := m.Run()
	shared.stop()
	os.Exit(code)
}

// openPostgreSQL returns a database of its own on the server, which the first call starts. Where PostgreSQL is not installed, the test
// is skipped; in CI it fails, but on Windows, where the server has no socket in a folder.
func openPostgreSQL(t testing.TB, settings string) *sql.DB {
	t.Helper()
	bin, err := programs()
	if err != nil {
		if os.Getenv("CI") == "true" && runtime.GOOS != "windows" {
			t.Fatalf("CI needs PostgreSQL: %v", err)
		}
		t.Skipf("no PostgreSQL to test with: %v", err)
	}
	once.Do(func() { err = shared.start(bin) })
	if err == nil && shared.cmd == nil {
		err = errors.New("the server did not start")
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, shared.out.String())
	}
	admin := shared.connect(t, "postgres", "")
	name := "db" + strconv.Itoa(int(databases.add()))
	if _, err := admin.Exec("CREATE DATABASE " + name + " TEMPLATE template0"); err != nil {
		t.Fatal(err)
	}
	db := shared.connect(t, name, settings)
	if _, err := db.Exec(sqlledger.PostgreSQL().Schema()); err != nil {
		t.Fatal(err)
	}
	return db
}

var databases counter

func (s *server) connect(t testing.TB, name, settings string) *sql.DB {
	t.Helper()
	db, err := sql.Open("pgx", fmt.Sprintf("host=%s user=ledger dbname=%s sslmode=disable %s", s.dir, name, settings))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// programs finds the folder with initdb and postgres: in PATH, or where Debian has it.
func programs() (string, error) {
	if runtime.GOOS == "windows" {
		return "", errors.New("on Windows there is no server for these tests")
	}
	candidates, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if found, err := exec.LookPath("initdb"); err == nil {
		if real, err := filepath.EvalSymlinks(found); err == nil {
			candidates = append(candidates, real)
		}
	}
	for i := len(candidates) - 1; i >= 0; i-- {
		dir := filepath.Dir(candidates[i])
		if _, err := os.Stat(filepath.Join(dir, "postgres")); err == nil {
			return dir, nil
		}
	}
	return "", fmt.Errorf("initdb and postgres are neither in PATH nor in /usr/lib/postgresql on %s", runtime.GOOS)
}

func (s *server) start(bin string) (err error) {
	if s.dir, err = os.MkdirTemp("", "pg"); err != nil {
		return err
	}
	if len(s.dir) > 80 { // a socket's path has room for little more than 100 bytes
		os.Remove(s.dir)
		if s.dir, err = os.MkdirTemp("/tmp", "pg"); err != nil {
			return err
		}
	}
	as, err := s.unprivileged()
	if err != nil {
		return err
	}
	data := filepath.Join(s.dir, "data")
	initdb := s.command(as, filepath.Join(bin, "initdb"), "-D", data, "-U", "ledger", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
	if err := initdb.Run(); err != nil {
		return fmt.Errorf("initdb: %w", err)
	}
	// The shell stops the server when its input ends.
	cmd := s.command(as, "sh", "-c", `"$@" & read -r _; kill -INT $!; wait`, "sh", filepath.Join(bin, "postgres"), "-D", data, "-k", s.dir,
		"-c", "listen_addresses=", "-c", "max_connections=50")
	if s.life, err = cmd.StdinPipe(); err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	s.cmd = cmd
	return s.wait()
}

// command runs a program as another user, whose output is kept.
func (s *server) command(as []string, program string, args ...string) *exec.Cmd {
	line := append(append(as[:len(as):len(as)], program), args...)
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = s.dir, &s.out, &s.out
	return cmd
}

// unprivileged gives the folder to a user other than root, as whom PostgreSQL refuses to run, and returns the command that becomes
// that user; nothing if this program is not run by root.
func (s *server) unprivileged() ([]string, error) {
	if os.Geteuid() != 0 {
		return nil, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		if u, err = user.Lookup("nobody"); err != nil {
			return nil, err
		}
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return nil, err
	}
	return []string{"setpriv", "--reuid", u.Uid, "--regid", u.Gid, "--clear-groups", "--"}, os.Chown(s.dir, uid, gid)
}

// wait waits for the server to answer.
func (s *server) wait() error {
	db, err := sql.Open("pgx", fmt.Sprintf("host=%s user=ledger dbname=postgres sslmode=disable", s.dir))
	if err != nil {
		return err
	}
	defer db.Close()
	for end := time.Now().Add(time.Minute); ; time.Sleep(50 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		err = db.PingContext(ctx)
		cancel()
		if err == nil || time.Now().After(end) {
			return err
		}
	}
}

func (s *server) stop() {
	if s.cmd != nil {
		s.life.Close()
		s.cmd.Wait()
	}
	if s.dir != "" {
		os.RemoveAll(s.dir)
	}
}

// quick leaves a commit to be written a moment later: tests need not survive a power cut.
const quick = "synchronous_commit=off"

func TestPostgreSQL(t *testing.T) {
	db, names := openPostgreSQL(t, quick), new(names)
	ledgertest.Run(t, func(*testing.T) ledgertest.Book { return sqlledger.New(db, sqlledger.PostgreSQL(), names.next()) })
}

// TestPostgreSQLSerializable checks the strictest isolation, where a writer who is late loses and tries again.
func TestPostgreSQLSerializable(t *testing.T) {
	db, names := openPostgreSQL(t, quick+" default_transaction_isolation=serializable"), new(names)
	ledgertest.Run(t, func(*testing.T) ledgertest.Book { return sqlledger.New(db, sqlledger.PostgreSQL(), names.next()) })
}

func TestPostgreSQLAppendOnly(t *testing.T) {
	appendOnly(t, openPostgreSQL(t, quick), sqlledger.PostgreSQL(), "TRUNCATE ledger_entry CASCADE", "TRUNCATE ledger_balance")
}

func TestPostgreSQLEmbedder(t *testing.T) {
	embedder(t, openPostgreSQL(t, quick), sqlledger.PostgreSQL())
}

func TestPostgreSQLAhead(t *testing.T) { ahead(t, openPostgreSQL(t, quick), sqlledger.PostgreSQL()) }

func BenchmarkPostPostgreSQL(b *testing.B) {
	benchmarkPost(b, openPostgreSQL(b, ""), sqlledger.PostgreSQL())
}
