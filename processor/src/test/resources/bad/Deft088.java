package bad;

import dev.deft.annotation.*;
import dev.deft.channel.Receiver;
import dev.deft.channel.Sender;

class Deft088 {
    @Worker
    // column 5: DEFT088
    String send(String address) {
        return address;
    }

    @Retry
    void sendWorkers(Receiver<String> addresses, Sender<String> receipts) {}

    @Worker
    void print(String page) {}

    @Worker
    // column 5: DEFT088
    void print(Integer page) {}
}
