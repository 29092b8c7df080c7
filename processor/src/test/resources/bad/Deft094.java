package bad;

import dev.deft.annotation.*;

class Deft094 {
    @Async
    @Batch
    // column 5: DEFT094
    String send(String address) {
        return address;
    }

    @Retry
    void sendAll(Iterable<String> addresses) {}

    @Async
    @Batch
    void print(String page) {}

    @Async
    @Batch
    // column 5: DEFT094
    void print(Integer page) {}
}
