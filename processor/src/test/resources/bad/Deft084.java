package bad;

import dev.deft.annotation.*;

class Deft084 {
    @Locked
    void all() {}

    @Locked(key = "account")
    void one(String account) {}

    @Locked(value = "books", key = "account")
    void book(String account) {}

    @Locked("books")
    //      ^ DEFT084
    void close() {}

    @Locked("apart")
    static void ofTheClass() {}

    @Locked("apart")
    void ofAnObject() {}
}
