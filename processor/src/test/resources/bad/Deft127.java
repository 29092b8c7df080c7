package bad;

import dev.deft.annotation.*;
import java.io.*;

class Deft127 {
    @Retry(on = {FileNotFoundException.class, IllegalStateException.class}, except = IOException.class)
    //          ^ DEFT127
    void cancelled() throws IOException {}

    @Retry(on = {IOException.class, IllegalStateException.class}, except = FileNotFoundException.class)
    void narrowed() throws IOException {}
}
