package dev.deft.samples.linkcheck.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.deft.samples.linkcheck.CheckedLink;
import dev.deft.samples.linkcheck.Report;
import java.io.PrintWriter;
import java.util.Locale;

/** One JSON object for programs. It always holds every link. */
final class JsonFormat implements ReportFormat {
    private static final Gson GSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Override
    public void write(Report report, Detail detail, PrintWriter out) {
        JsonObject json = new JsonObject();
        json.addProperty("documents", report.documents());
        json.addProperty("milliseconds", report.took().toMillis());
        JsonArray links = new JsonArray();
        report.checked().forEach(link -> links.add(toJson(link)));
        json.add("links", links);
        JsonArray unreadable = new JsonArray();
        report.unreadable().forEach(unreadable::add);
        json.add("unreadable", unreadable);
        out.println(GSON.toJson(json));
        out.flush();
    }

    private static JsonObject toJson(CheckedLink link) {
        JsonObject json = new JsonObject();
        json.addProperty("link", link.link().target().toString());
        json.addProperty("status", link.outcome().name().toLowerCase(Locale.ROOT));
        json.addProperty("detail", link.result().detail());
        json.addProperty("attempts", link.attempts());
        json.addProperty("milliseconds", link.result().time().toMillis());
        JsonArray places = new JsonArray();
        link.link().places().forEach(place -> places.add(place.toString()));
        json.add("linkedFrom", places);
        return json;
    }
}
