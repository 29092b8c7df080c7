package bad;

import dev.deft.annotation.*;

class Deft025 {
    @Retry(when = "isTransient")
    //            ^ DEFT025
    void run() {}

    String isTransient(Throwable failure) {
        return "yes";
    }

    @Retry(whileResult = "isPending")
    //                   ^ DEFT025
    String poll() {
        return "";
    }

    void isPending(String answer) {}
}
