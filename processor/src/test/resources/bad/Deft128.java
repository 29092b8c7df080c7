package bad;

import dev.deft.annotation.*;
import java.io.*;

class Deft128 {
    @Retry(on = IOException.class, except = IllegalStateException.class)
    //                                                           ^ DEFT128
    void apart() throws IOException {}

    @Retry(on = IOException.class, except = IllegalStateException.class, causes = true)
    void amongCauses() throws IOException {}

    @Retry(except = IllegalStateException.class)
    void narrowed() {}
}
