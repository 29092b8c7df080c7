package bad;

import dev.deft.annotation.*;

@Tasks(as = Deft050Shape.class)
//                      ^ DEFT050
final class Deft050 implements Deft050Shape {
    @Retry
    void run() {}
}

sealed interface Deft050Shape permits Deft050 {}
