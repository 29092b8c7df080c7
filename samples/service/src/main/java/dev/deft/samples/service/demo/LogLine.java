package dev.deft.samples.service.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Map;

/**
 * A line of the service's log, read from its JSON.
 *
 * @param values the key–value pairs
 * @param mdc the identity of the call in which it was written
 */
record LogLine(String logger, String level, String message, Map<String, String> values, Map<String, String> mdc) {
    static LogLine of(String json) {
        JsonObject line = JsonParser.parseString(json).getAsJsonObject();
        Map<String, String> values = new HashMap<>();
        if (line.has("kvpList")) {
            line.getAsJsonArray("kvpList").forEach(pair -> put(values, pair.getAsJsonObject()));
        }
        Map<String, String> mdc = new HashMap<>();
        put(mdc, line.getAsJsonObject("mdc"));
        return new LogLine(
                line.get("loggerName").getAsString(),
                line.get("level").getAsString(),
                line.get("formattedMessage").getAsString(),
                values,
                mdc);
    }

    private static void put(Map<String, String> values, JsonObject pairs) {
        for (Map.Entry<String, JsonElement> pair : pairs.entrySet()) {
            values.put(pair.getKey(), pair.getValue().getAsString());
        }
    }

    String value(String key) {
        return values.getOrDefault(key, "");
    }
}
