package dev.deft.samples.quickstart;

import dev.deft.Deft;
import dev.deft.Task;
import dev.deft.TaskContext;
import dev.deft.TaskGroup;
import dev.deft.channel.Channel;
import dev.deft.policy.Policy;
import dev.deft.time.VirtualTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Uses each word of Deft once and prints what happens. It runs on virtual time: all waits are as long as they say, and
 * none takes any time.
 */
public final class Quickstart {
    private final Journal journal;
    private final Deft deft;
    private final Server server;

    private Quickstart(Journal journal, Deft deft) {
        this.journal = journal;
        this.deft = deft;
        this.server = new Server(journal);
    }

    /** Tells the story on standard output. */
    public static void main(String[] arguments) {
        tell(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void tell(PrintStream out) {
        // tag::virtual-time[]
        VirtualTime time = new VirtualTime();
        Journal journal = new Journal(time, out);
        try (Deft deft =
                Deft.builder().time(time).random(new SplittableRandom(1)).build()) {
            deft.start("quickstart", new Quickstart(journal, deft)::chapters).join();
        }
        // end::virtual-time[]
    }

    private void chapters() throws Exception {
        payments();
        newsletter();
        deployment();
        backup();
        settings();
        prices();
        uploads();
        pings();
        weather();
        replicas();
        printer();
        reports();
        messages();
        thumbnails();
        accounts();
        forecasts();
        search();
        directory();
        albums();
        stock();
        audit();
        stations();
        feed();
        labels();
        pools();
        carriers();
        ticketOffice();
    }

    private void payments() {
        journal.chapter("PaymentService: @Async @Retry @Limit");
        // tag::payments[]
        CardNetwork network = new FlakyNetwork(journal);
        PaymentServiceTasks payments = new PaymentServiceTasks(new PaymentService(network), deft);

        Task<Receipt> charged = payments.charge(new Order("A-1", 4_200)); // returns at once

        Receipt receipt = charged.join();
        // end::payments[]
        journal.say("%s after %d attempts", receipt, charged.attempts());
    }

    private void newsletter() {
        journal.chapter("Newsletter: @Async with callbacks, and detached");
        NewsletterTasks newsletter = new NewsletterTasks(new Newsletter(journal), deft);
        newsletter.send("ada@example.org").terminated().join();
        newsletter.send("nowhere").terminated().join();

        // tag::request[]
        Task<Void> preview;
        Task<Void> archive;
        try (TaskContext.Cancellable request = TaskContext.current().withCancel()) {
            preview = request.call(() -> newsletter.preview("May issue"));
            archive = request.call(() -> newsletter.archive("April issue"));
        } // the request is over, and with it what it started, unless that is detached
        // end::request[]
        archive.join();
        journal.say("preview: %s, archive: %s", preview.status(), archive.status());
    }

    private void deployment() {
        journal.chapter("Deployment: @Deferred");
        DeploymentTasks deployment = new DeploymentTasks(new Deployment(journal), deft);
        journal.say("1.0 is %s", deployment.deploy("1.0"));
        attempt(() -> deployment.deploy("1.1-SNAPSHOT"));
    }

    private void backup() {
        journal.chapter("Backup: a Defer parameter");
        BackupTasks backup = new BackupTasks(new Backup(journal), deft);
        journal.say("%d files", backup.copy("laptop", "big disk"));
        attempt(() -> backup.copy("laptop", "full disk"));
    }

    private void settings() {
        journal.chapter("Settings: @Recover");
        SettingsTasks settings = new SettingsTasks(new Settings(), deft);
        journal.say("\"9090\" means %d, \"eighty\" means %d", settings.port("9090"), settings.port("eighty"));
    }

    private void prices() throws IOException {
        journal.chapter("Prices: @Fallback outside @Retry");
        PricesTasks prices = new PricesTasks(new Prices(journal), deft);
        journal.say("milk: %s", prices.price("milk"));
        journal.say("bread: %s", prices.price("bread"));
        journal.say("air: %s", prices.price("air"));
    }

    private void uploads() throws IOException {
        UploadsTasks uploads = new UploadsTasks(new Uploads(journal, server), deft);
        journal.chapter("Uploads: @Retry(attempts = 5, delay = \"1s\")");
        server.failing(4);
        journal.say(uploads.put("plan.pdf"));

        journal.chapter("Uploads: @Retry with on, except, when, onRetry");
        server.failing(1);
        journal.say(uploads.get("plan.pdf"));
        attempt(() -> uploads.get("missing.pdf"));
        attempt(() -> uploads.get("secret.pdf"));

        journal.chapter("Uploads: @Retry with whileResult");
        server.failing(2);
        journal.say(uploads.status("plan.pdf"));

        journal.chapter("Uploads: @Retry with delayFrom, maxDuration");
        server.failing(9);
        attempt(() -> uploads.delete("plan.pdf"));

        journal.chapter("Uploads: @Retry with FIBONACCI backoff, jitter");
        server.failing(3);
        journal.say(uploads.list());
    }

    private void pings() {
        journal.chapter("Uploads: @Retry with a budget");
        UploadsTasks uploads = new UploadsTasks(new Uploads(journal, server), deft);
        int calls = 100;
        server.failing(Integer.MAX_VALUE);
        for (int call = 1; call <= calls; call++) {
            try {
                uploads.ping();
            } catch (IOException expected) {
                // that is what all of them come to
            }
        }
        server.failing(0);
        journal.say("%d calls, %d retries", calls, server.pings() - calls);
    }

    private void weather() throws InterruptedException {
        journal.chapter("Weather: @CircuitBreaker");
        WeatherTasks weather = new WeatherTasks(new Weather(server), deft);
        server.failing(2);
        attempt(() -> weather.forecast("Oslo"));
        attempt(() -> weather.forecast("Oslo"));
        pause(4000);
        attempt(() -> journal.say(weather.forecast("Oslo")));
        pause(6000);
        attempt(() -> journal.say(weather.forecast("Oslo")));
    }

    private void replicas() throws InterruptedException {
        journal.chapter("Replicas: @Hedge");
        ReplicasTasks replicas = new ReplicasTasks(new Replicas(journal), deft);
        journal.say(replicas.read("profile"));
    }

    private void printer() throws InterruptedException {
        PrinterTasks printer = new PrinterTasks(new Printer(journal), deft);
        journal.chapter("Printer: @Limit(value = 1, maxWait = \"3s\")");
        Task<Void> letter = printer.print("letter");
        pause(300);
        Task<Void> report = printer.print("report");
        pause(300);
        Task<Void> poster = printer.print("poster");
        poster.terminated().join();
        journal.say("poster: %s", poster.failure());
        letter.join();
        report.join();
        journal.say("letter: %s, report: %s, poster: %s", letter.status(), report.status(), poster.status());

        journal.chapter("Printer: @Limit with a name");
        Task<Void> scanned = printer.scan("passport");
        pause(300);
        Task<Void> copied = printer.copy("contract");
        scanned.join();
        copied.join();
        journal.say("scanner free");
    }

    private void reports() throws InterruptedException {
        journal.chapter("Reports: @Limit with a key and a weight");
        ReportsTasks reports = new ReportsTasks(new Reports(journal), deft);
        Reports.Owner ada = new Reports.Owner("Ada");
        Task<Void> budget = reports.make(new Reports.Report(ada, "budget", 4));
        pause(100);
        Task<Void> plan = reports.make(new Reports.Report(ada, "plan", 3));
        pause(100);
        Task<Void> survey = reports.make(new Reports.Report(new Reports.Owner("Bob"), "survey", 9));
        budget.join();
        survey.join();
        plan.join();
        journal.say("all are made");
    }

    private void messages() {
        journal.chapter("Messages: @RateLimit(value = 2, burst = 1)");
        MessagesTasks messages = new MessagesTasks(new Messages(journal), deft);
        messages.post("one");
        messages.post("two");
        messages.post("three");

        journal.chapter("Messages: @RateLimit with a key and a weight");
        messages.send("5550100", "x".repeat(90));
        messages.send("5550199", "x".repeat(90));
        attempt(() -> messages.send("5550100", "x".repeat(40)));
    }

    private void thumbnails() throws InterruptedException {
        journal.chapter("Thumbnails: @AdaptiveLimit");
        ThumbnailsTasks thumbnails = new ThumbnailsTasks(new Thumbnails(journal), deft);
        Task<String> huge = thumbnails.draw("huge");
        huge.terminated().join();
        journal.say("huge: %s", huge.failure());
        for (String picture : List.of("cat", "dog", "cow")) {
            Task<String> drawn = thumbnails.draw(picture);
            pause(300);
            if (drawn.isCompletedExceptionally()) {
                journal.say("%s: %s", picture, drawn.failure());
            }
        }
        pause(1000);
    }

    private void accounts() throws InterruptedException {
        AccountsTasks accounts = new AccountsTasks(new Accounts(journal), deft);
        journal.chapter("Accounts: @Locked, readers and a writer");
        Task<Void> first = accounts.print("statement");
        pause(100);
        Task<Void> second = accounts.print("summary");
        pause(100);
        Task<Void> close = accounts.close("May");
        pause(100);
        Task<Void> third = accounts.print("late statement");
        Task.allOf(first, second, close, third).join();

        journal.chapter("Accounts: @Locked with a key");
        Task<Void> salary = accounts.book("Ada", "salary");
        pause(100);
        Task<Void> rent = accounts.book("Ada", "rent");
        pause(100);
        Task<Void> gift = accounts.book("Bob", "gift");
        Task.allOf(salary, rent, gift).join();
    }

    private void forecasts() throws InterruptedException {
        journal.chapter("Forecasts: @SingleFlight");
        ForecastsTasks forecasts = new ForecastsTasks(new Forecasts(journal), deft);
        Task<String> first = forecasts.forecast("Bergen");
        pause(500);
        Task<String> second = forecasts.forecast("Bergen");
        journal.say("both: %s, %s", first.join(), second.join());
        journal.say("later: %s", forecasts.forecast("Bergen").join());
    }

    private void search() {
        SearchTasks search = new SearchTasks(new Search(journal), deft);
        journal.chapter("Search: @Timeout(\"1s\") of each attempt");
        attempt(() -> search.books("sea"));

        journal.chapter("Search: @Deadline(\"3s500ms\") of the whole call");
        attempt(() -> search.films("sea"));

        journal.chapter("Search: @Nesting({TIMEOUT, RETRY})");
        attempt(() -> search.songs("sea"));
    }

    private void directory() throws IOException {
        journal.chapter("RemoteDirectory: @Tasks(name, as), words on the type");
        // tag::directory[]
        Directory directory = new RetriedDirectory(new RemoteDirectory(server), deft);
        // end::directory[]
        server.failing(2);
        journal.say(directory.phoneOf("Ada"));
        server.failing(2);
        attempt(() -> directory.emailOf("Ada"));
    }

    private void albums() throws IOException {
        journal.chapter("Albums: @Tasks(form = SUBCLASS)");
        // tag::subclass[]
        Albums albums = new AlbumsTasks(server, deft);
        // end::subclass[]
        server.failing(1);
        journal.say(albums.album("Sea", "Sky"));
    }

    private void stock() throws IOException {
        journal.chapter("Stock: @RemoteCall, a composed word");
        StockTasks stock = new StockTasks(new Stock(server), deft);
        server.failing(4);
        journal.say(stock.count("tea"));
        server.failing(1);
        attempt(() -> stock.reserve("tea"));
    }

    private void audit() {
        journal.chapter("Audit: a TaskContext parameter");
        AuditTasks audit = new AuditTasks(new Audit(), deft);
        // tag::audit[]
        TaskContext request = TaskContext.current().with(Audit.USER, "Ada");
        Task<String> recorded = request.call(() -> audit.record("login"));
        // end::audit[]
        journal.say(recorded.join());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the group waits for them
    private void stations() {
        journal.chapter("Stations: a TaskGroup, and @Batch");
        StationsTasks stations = new StationsTasks(new Stations(journal.time()), deft);
        // tag::group[]
        try (TaskGroup<String> group = deft.group()) {
            stations.report("Oslo");
            stations.report("Rome");
            group.start("hills", () -> "fog in the hills");

            List<String> reports = group.await(); // in the order in which they were started
            journal.say("%s", reports);
        }
        // end::group[]

        // tag::group-fails[]
        try (TaskGroup<String> group = deft.group()) {
            stations.report("Bern");
            stations.report("Atlantis"); // fails, and cancels the other
            group.await();
        } catch (IllegalArgumentException thrown) {
            journal.say("thrown: %s", thrown);
        }
        // end::group-fails[]

        // tag::collect[]
        try (TaskGroup<String> group = deft.<String>group().collect().limit(2)) {
            for (String city : List.of("Rome", "Atlantis", "Bern")) {
                stations.report(city);
            }
            journal.say("%s, failed: %s", group.await(), group.failures());
        }
        // end::collect[]

        // tag::batch[]
        List<String> reports = stations.reportAll(List.of("Bern", "Rome")).await();
        // end::batch[]
        journal.say("%s", reports);
    }

    private void feed() throws InterruptedException {
        journal.chapter("Feed: @Scheduled");
        server.failing(1);
        // tag::feed[]
        Task<Void> ticker = new FeedTasks(new Feed(journal, server), deft).schedulePoll();
        pause(35_000);
        ticker.cancel(true);
        // end::feed[]
        ticker.terminated().join();
        journal.say("the ticker is %s", ticker.status());
    }

    private void labels() {
        journal.chapter("Labels: @Worker");
        // tag::labels[]
        Channel<String> parcels = Channel.buffered(10);
        Channel<String> printed = Channel.buffered(10);
        Task<Void> workers = new LabelsTasks(new Labels(journal), deft).printWorkers(parcels, printed);

        for (String parcel : List.of("books", "tea", "?", "lamp")) {
            parcels.send(parcel);
        }
        parcels.close(); // no more come: the workers end with the last one
        for (String label : printed) { // until they have ended, and with them the channel of results
            journal.say(label);
        }
        // end::labels[]
        workers.join();
        journal.say("the workers are %s", workers.status());
    }

    private void pools() {
        journal.chapter("Pools: threads with a name");
        Pools.tell(journal, journal.time());
    }

    private void carriers() {
        journal.chapter("UserCarrier: what follows a task");
        UserCarrier.USER.set("Ada");
        // tag::carrier[]
        try (Deft carrying =
                Deft.builder().time(journal.time()).carrier(new UserCarrier()).build()) {
            Task<String> greeting = carrying.start("greet", () -> "Hello, " + UserCarrier.USER.get());
            journal.say(greeting.join());
        }
        // end::carrier[]
    }

    private void ticketOffice() {
        journal.chapter("TicketOffice: settings, and a change while it runs");
        // tag::settings[]
        Map<String, String> settings = Map.of(
                "deft.TicketOffice.sell.retry.attempts", "4",
                "deft.defaults.retry.delay", "2s");
        Deft tuned = Deft.builder().time(journal.time()).settings(settings).build();
        // end::settings[]
        try (tuned) {
            TicketOfficeTasks office = new TicketOfficeTasks(new TicketOffice(server), tuned);
            TicketOffice_TillTasks till = new TicketOffice_TillTasks(new TicketOffice.Till(server), tuned);
            // tag::policies[]
            for (Policy<?> policy : tuned.policies()) {
                journal.say("%s %s: %s", policy.task(), policy.word(), policy.settings());
            }
            // end::policies[]
            server.failing(3);
            attempt(() -> journal.say(office.sell("row 7")));
            server.failing(1);
            attempt(() -> journal.say(till.pay("row 7")));

            // tag::change[]
            Policy<?> retry = tuned.policies().of("TicketOffice.sell").get(0);
            retry.set("attempts", "2");
            // end::change[]
            server.failing(2);
            attempt(() -> journal.say(office.sell("row 8")));
            retry.switchOff();
            server.failing(1);
            attempt(() -> journal.say(office.sell("row 9")));
        }
    }

    private void pause(long millis) throws InterruptedException {
        journal.time().sleep(Duration.ofMillis(millis));
    }

    /** Says what was thrown, if anything was. */
    private void attempt(Action action) {
        try {
            action.run();
        } catch (Exception failure) {
            journal.say("thrown: %s", failure);
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    private interface Action {
        void run() throws Exception;
    }
}
