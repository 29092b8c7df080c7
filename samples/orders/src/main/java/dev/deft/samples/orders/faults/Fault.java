package dev.deft.samples.orders.faults;

/** The ways in which a call to the database goes wrong. */
public enum Fault {
    /** The connection breaks: a failure that another connection may not have. */
    BROKEN_CONNECTION,
    /** The database rolls the transaction back in favour of another one. */
    CONFLICT,
    /** A bug: an unchecked exception that nobody expects here. */
    BUG,
    /** The virtual machine gives up on something: an error that no one should mistake for an answer. */
    ERROR,
    /** Somebody interrupts the thread; the call itself goes on. */
    INTERRUPT,
    /** The call hangs for longer than anyone has patience for. */
    STALL
}
