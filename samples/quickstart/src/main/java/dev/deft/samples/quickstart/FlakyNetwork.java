package dev.deft.samples.quickstart;

/** A card network that takes a payment only when asked for the third time. */
final class FlakyNetwork implements CardNetwork {
    private final Journal journal;
    private int calls;

    FlakyNetwork(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Receipt charge(Order order) throws PaymentException {
        if (++calls % 3 != 0) {
            journal.say("charge %s: busy", order.id());
            throw new PaymentException("the network is busy");
        }
        journal.say("charge %s: accepted", order.id());
        return new Receipt(order.id());
    }
}
