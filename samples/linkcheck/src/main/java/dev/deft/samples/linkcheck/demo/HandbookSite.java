package dev.deft.samples.linkcheck.demo;

import static dev.deft.samples.linkcheck.demo.Behaviour.after;
import static dev.deft.samples.linkcheck.demo.Behaviour.busy;
import static dev.deft.samples.linkcheck.demo.Behaviour.dead;
import static dev.deft.samples.linkcheck.demo.Behaviour.endless;
import static dev.deft.samples.linkcheck.demo.Behaviour.first;
import static dev.deft.samples.linkcheck.demo.Behaviour.head;
import static dev.deft.samples.linkcheck.demo.Behaviour.page;
import static dev.deft.samples.linkcheck.demo.Behaviour.redirect;
import static dev.deft.samples.linkcheck.demo.Behaviour.silent;
import static dev.deft.samples.linkcheck.demo.Behaviour.status;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** The web site that the handbook links to, with everything that goes wrong on the web. */
final class HandbookSite {
    private static final int LESSONS = 12;

    private HandbookSite() {}

    /**
     * The pages of the site.
     *
     * @param seed decides how slow and how unsteady each of the lessons is
     */
    static Map<String, Behaviour> pages(long seed) {
        Map<String, Behaviour> pages = new LinkedHashMap<>();
        pages.put("/", page());
        pages.put("/shop", page());
        pages.put("/shop/chains", page());
        pages.put("/calendar", after(Duration.ofMillis(700), page()));
        // Moved for good, moved for now, moved in a circle.
        pages.put("/shop/tools", redirect(301, "/shop/workshop-tools"));
        pages.put("/shop/workshop-tools", page());
        pages.put("/latest", redirect(302, "/news/spring"));
        pages.put("/news/spring", page());
        pages.put("/old-forum", redirect(301, "/forum"));
        pages.put("/forum", redirect(302, "/old-forum"));
        // Not there any more.
        pages.put("/form.pdf", status(404));
        pages.put("/map", status(410));
        // Fails twice, then recovers.
        pages.put("/booking", first(2, status(503), page()));
        // Hangs the first time, and answers the second.
        pages.put("/members", first(1, silent(), page()));
        // Limits its visitors: one will wait a second, the other will not wait an hour.
        pages.put("/catalogue", first(1, busy(429, "1"), page()));
        pages.put("/standards", busy(429, "3600"));
        // Has never heard of HEAD.
        pages.put("/spoke-calculator", head(status(405), page()));
        // Would fill the disk if somebody read it.
        pages.put("/videos/truing.mp4", endless());
        // Accepts connections, then hangs up.
        pages.put("/webcam", dead());
        addLessons(pages, seed);
        return pages;
    }

    private static void addLessons(Map<String, Behaviour> pages, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int lesson = 1; lesson <= LESSONS; lesson++) {
            Duration delay = Duration.ofMillis(random.nextInt(20, 400));
            int failures = random.nextInt(4) == 0 ? random.nextInt(1, 5) : 0;
            pages.put("/lessons/" + lesson, first(failures, status(502), after(delay, page())));
        }
    }
}
