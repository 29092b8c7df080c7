package dev.deft.testing;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.deft.TaskName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the file that the processor writes for a class: {@code docs/reference/plan.md} tells what is in it. */
final class PlanReader {
    private static final int SCHEMA = 1;

    private PlanReader() {}

    /** The plans of one class. */
    static List<Plan> read(String json) {
        JsonObject file = JsonParser.parseString(json).getAsJsonObject();
        int schema = file.get("schema").getAsInt();
        if (schema > SCHEMA) {
            throw new IllegalStateException("the plan of " + file.get("class").getAsString() + " has schema " + schema
                    + ", which is newer than this deft-testing: use that of the processor's version");
        }
        return objects(file.getAsJsonArray("methods")).stream()
                .map(PlanReader::method)
                .toList();
    }

    private static Plan method(JsonObject method) {
        List<PlannedWord> words = objects(method.getAsJsonArray("words")).stream()
                .map(PlanReader::word)
                .toList();
        TaskName task = name(method.get("task").getAsString());
        if (method.get("worstCase").isJsonNull()) {
            return new Plan(task, words, null, "nothing bounds it");
        }
        JsonObject worstCase = method.getAsJsonObject("worstCase");
        return new Plan(
                task,
                words,
                Duration.parse(worstCase.get("time").getAsString()),
                worstCase.get("text").getAsString());
    }

    private static PlannedWord word(JsonObject word) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        word.getAsJsonObject("values").asMap().forEach((attribute, value) -> values.put(attribute, value(value)));
        return new PlannedWord(word.get("word").getAsString(), Collections.unmodifiableMap(values));
    }

    private static @Nullable Object value(JsonElement value) {
        if (value.isJsonNull()) {
            return null;
        }
        if (value.isJsonArray()) {
            return value.getAsJsonArray().asList().stream()
                    .map(JsonElement::getAsString)
                    .toList();
        }
        if (value.getAsJsonPrimitive().isNumber()) {
            return value.getAsBigDecimal();
        }
        return value.getAsString();
    }

    /** The class and the method are told apart by the last dot in front of the parameter types. */
    private static TaskName name(String task) {
        int parameters = task.indexOf('(');
        int dot = task.lastIndexOf('.', parameters);
        return TaskName.of(
                task.substring(0, dot),
                task.substring(dot + 1, parameters),
                task.substring(parameters + 1, task.length() - 1));
    }

    private static List<JsonObject> objects(JsonArray array) {
        List<JsonObject> objects = new ArrayList<>();
        array.forEach(element -> objects.add(element.getAsJsonObject()));
        return objects;
    }
}
