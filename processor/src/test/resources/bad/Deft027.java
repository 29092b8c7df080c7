package bad;

import dev.deft.annotation.*;
import java.io.IOException;

class Deft027 {
    @Deferred("close")
    //        ^ DEFT027
    void run() {}

    void close() throws IOException {}

    @Async(onFailure = "report")
    //                 ^ DEFT027
    void start() throws IOException {}

    void report(Throwable failure) throws IOException {}
}
