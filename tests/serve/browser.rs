//! A browser of a few lines: one request a connection, and a stream of events.

use crate::newsroom::Newsroom;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpStream};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// How long anything may take on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running preview, ended when it is dropped.
pub struct Preview {
    pub newsroom: Newsroom,
    pub address: SocketAddr,
    child: Child,
    _stdout: BufReader<ChildStdout>,
}

pub struct Answer {
    pub status: u16,
    pub body: String,
    head: String,
}

#[derive(Default)]
pub struct Event {
    pub name: String,
    pub data: String,
    pub id: String,
}

pub struct News(BufReader<TcpStream>);

impl Preview {
    pub fn start(newsroom: Newsroom) -> Preview {
        Preview::start_with(newsroom, &["--addr", "127.0.0.1:0"])
    }

    pub fn start_with(newsroom: Newsroom, options: &[&str]) -> Preview {
        let mut command = newsroom.serve();
        command.args(options).args(["--now", "2026-02-01T00:00:00Z"]);
        Preview::run(newsroom, command)
    }

    /// A preview whose clock moves.
    pub fn start_by_the_clock(newsroom: Newsroom) -> Preview {
        let mut command = newsroom.serve();
        command.args(["--addr", "127.0.0.1:0"]);
        Preview::run(newsroom, command)
    }

    fn run(newsroom: Newsroom, mut command: Command) -> Preview {
        let log = File::create(newsroom.at("log.txt")).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(log).spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        stdout.read_line(&mut line).unwrap();
        let url = line.split(' ').find_map(|word| word.strip_prefix("http://")?.strip_suffix('/'));
        let url = url.unwrap_or_else(|| panic!("no address in {line:?}"));
        Preview { address: url.parse().unwrap(), newsroom, child, _stdout: stdout }
    }

    /// What it has printed for a person.
    pub fn said(&self) -> String {
        fs::read_to_string(self.newsroom.at("log.txt")).unwrap()
    }

    pub fn get(&self, path: &str) -> Answer {
        self.request("GET", path, &[])
    }

    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let host = self.address.to_string();
        self.request_bare(method, path, &[&[("Host", host.as_str())], headers].concat())
    }

    /// A request with these headers alone.
    pub fn request_bare(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let mut stream = self.connect();
        // Who refuses a request early may close before all of it is sent.
        let _ = write!(stream, "{method} {path} HTTP/1.1\r\n{headers}Connection: close\r\n\r\n");
        let mut bytes = Vec::new();
        let _ = stream.read_to_end(&mut bytes);
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
        Answer { status, body: body.to_owned(), head: head.to_owned() }
    }

    /// Sends what need not be a request, and hangs up.
    pub fn send(&self, bytes: &[u8]) {
        let mut stream = self.connect();
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        let _ = stream.read_to_end(&mut Vec::new());
    }

    fn connect(&self) -> TcpStream {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.address.port()));
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Listens for news as an open page does that shows this.
    pub fn listen(&self, page: &str, shown: &str) -> News {
        let mut stream = self.connect();
        let path = format!("/__warta/events?page={}&shown={shown}", page.replace('/', "%2F"));
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\n\r\n", self.address).unwrap();
        let mut news = News(BufReader::new(stream));
        // The stream begins with how soon to come back; an event that came at once is still unread.
        let mut line = String::new();
        while !line.starts_with("content-type: text/event-stream") {
            line.clear();
            assert_ne!(news.0.read_line(&mut line).unwrap(), 0, "no stream of events");
        }
        news
    }

    /// Asks for a page, and again whenever it is told to, until the page is as it should be.
    pub fn until(&self, path: &str, good: impl Fn(&Answer) -> bool) -> Answer {
        loop {
            let answer = self.get(path);
            if good(&answer) {
                return answer;
            }
            let why = || format!("{path} came to {}\n{}\n{}", answer.status, answer.body, self.said());
            self.listen(path, answer.shown()).wait(|name| name != "faults", why);
        }
    }

    /// Ctrl-C, and the exit status that follows.
    #[cfg(unix)]
    pub fn interrupt(&mut self) -> Option<i32> {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-INT", &id]).status().unwrap().success());
        self.child.wait().unwrap().code()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Answer {
    /// A header by its name in lower case; empty if there is none.
    pub fn header(&self, name: &str) -> &str {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(|(key, _)| *key == name).map(|(_, value)| value).next().unwrap_or_default()
    }

    /// What a page says of itself; empty if it is none.
    pub fn shown(&self) -> &str {
        let rest = self.body.rsplit_once("data-shown=\"").map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split('"').next()).unwrap_or_default()
    }
}

impl News {
    /// What the page has to do next.
    pub fn next(&mut self) -> Event {
        self.wait(|name| name != "faults", || "no news".to_owned())
    }

    /// What the bar says next.
    pub fn bar(&mut self) -> String {
        self.wait(|name| name == "faults", || "no news of faults".to_owned()).data
    }

    /// The next event of such a name.
    fn wait(&mut self, wanted: impl Fn(&str) -> bool, why: impl Fn() -> String) -> Event {
        let mut event = Event::default();
        let began = Instant::now();
        loop {
            let mut line = String::new();
            match self.0.read_line(&mut line) {
                // A stream without news is kept alive by comments.
                Ok(read) if read > 0 && began.elapsed() < PATIENCE => {}
                _ => panic!("{}", why()),
            }
            match line.trim_end().split_once(": ") {
                Some(("event", text)) => text.clone_into(&mut event.name),
                Some(("data", text)) => text.clone_into(&mut event.data),
                Some(("id", text)) => text.clone_into(&mut event.id),
                _ if line.trim_end().is_empty() && wanted(&event.name) && !event.name.is_empty() => return event,
                _ if line.trim_end().is_empty() => event = Event::default(),
                _ => {}
            }
        }
    }
}
