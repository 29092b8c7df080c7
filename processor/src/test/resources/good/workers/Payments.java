package workers;

import dev.deft.annotation.Worker;

/** The wrapper has more than the interface. */
interface Payments {
    @Worker(2)
    String pay(String order);
}
