package dev.deft.channel;

import java.util.BitSet;

/** Which items have passed a place, each of which should once at most. */
final class Books {
    private final BitSet items = new BitSet();
    private int duplicates;

    synchronized void enter(int item) {
        if (items.get(item)) {
            duplicates++;
        }
        items.set(item);
    }

    synchronized BitSet items() {
        return (BitSet) items.clone();
    }

    synchronized int size() {
        return items.cardinality();
    }

    synchronized int duplicates() {
        return duplicates;
    }
}
