package bad;

import dev.deft.annotation.*;
import java.io.*;

class Deft130 {
    @Retry
    // column 5: DEFT130
    @Recover("none")
    @Locked
    void recovered() {}

    @CircuitBreaker(on = IOException.class)
    // column 5: DEFT130
    @Recover(value = "readNone", on = IOException.class)
    void neverOpens() throws IOException {}

    @Retry
    @Recover(value = "readNone", on = IOException.class)
    void someLeft() throws IOException {}

    @Retry
    @Recover(value = "none", except = IllegalStateException.class)
    void someExcepted() {}

    @Retry
    @Recover("another")
    void handlerFails() throws IOException {}

    @Retry
    @Recover("readNone")
    void takenNarrowly() {}

    @Retry
    @Timeout("2s")
    @Recover("none")
    void timedOut() {}

    void none() {}

    void readNone(IOException failure) {}

    void another() throws IOException {}
}
