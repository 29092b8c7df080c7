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

class Deft064Bound {
    private interface Hidden {}

    static class Inner<T extends Hidden> {
        @Retry
        // column 9: DEFT064
        void run(T value) {}
    }
}
