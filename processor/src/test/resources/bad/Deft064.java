package bad;

import dev.deft.annotation.*;

class Deft064 {
    @Retry
    // column 5: DEFT064
    Hidden run() {
        return null;
    }

    @Retry(on = HiddenException.class)
    // column 5: DEFT064
    void fail() {}

    private static class Hidden {}

    @SuppressWarnings("serial")
    private static class HiddenException extends RuntimeException {}
}
