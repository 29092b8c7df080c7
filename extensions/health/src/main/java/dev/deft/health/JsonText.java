package dev.deft.health;

import java.util.function.BiConsumer;

/** Writes JSON, RFC 8259, in the order in which it is told. */
final class JsonText {
    private final StringBuilder text = new StringBuilder();

    /** Whether something stands before in the same object or array. */
    private boolean continued;

    JsonText open(char bracket) {
        separate();
        text.append(bracket);
        continued = false;
        return this;
    }

    JsonText close(char bracket) {
        text.append(bracket);
        continued = true;
        return this;
    }

    /** Begins a member of an object, whose value is told next. */
    JsonText name(String name) {
        separate();
        quote(name);
        text.append(':');
        continued = false;
        return this;
    }

    JsonText field(String name, String value) {
        name(name).quote(value);
        continued = true;
        return this;
    }

    JsonText field(String name, long value) {
        name(name).text.append(value);
        continued = true;
        return this;
    }

    JsonText field(String name, boolean value) {
        name(name).text.append(value);
        continued = true;
        return this;
    }

    <T> JsonText field(String name, Findings<T> findings, BiConsumer<JsonText, T> fields) {
        name(name).open('{').field("count", findings.count()).name("first").open('[');
        for (T finding : findings.first()) {
            open('{');
            fields.accept(this, finding);
            close('}');
        }
        return close(']').close('}');
    }

    private void separate() {
        if (continued) {
            text.append(',');
        }
    }

    /** Surrogates are escaped as well, because half a pair could not be encoded. */
    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
