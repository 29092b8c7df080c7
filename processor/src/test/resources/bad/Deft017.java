package bad;

import dev.deft.annotation.*;

class Deft017 {
    @Limit(value = 2, name = "db")
    void read() {}

    @Limit(value = 3, name = "db")
    //                       ^ DEFT017
    void write() {}

    @Limit(value = 2, key = "tenant", name = "db")
    //                                       ^ DEFT017
    void keyed(String tenant) {}

    @Limit(value = 2, key = "tenant", name = "tenants")
    void ofTenant(String tenant) {}

    @Limit(value = 2, key = "client.tenant", maxKeys = 10_000, name = "tenants")
    void ofTheirClient(Client client) {}

    @Limit(value = 2, key = "tenant", maxKeys = 5, name = "tenants")
    //                                                    ^ DEFT017
    void ofFew(String tenant) {}

    @RateLimit(value = 60, per = "1m", name = "db")
    void rate() {}

    @RateLimit(value = 60, per = "60s", burst = 60, name = "db")
    void sameRate() {}

    @RateLimit(value = 1, name = "db")
    //                           ^ DEFT017
    void otherRate() {}

    record Client(String tenant) {}

    @CircuitBreaker(window = 10, name = "db")
    void open() {}

    @CircuitBreaker(window = 10, slowRate = 1.0, minCalls = 10, openFor = "5000ms", name = "db")
    //                                      ^ DEFT016
    void reopen() {}

    @CircuitBreaker(name = "db", windowTime = "10s")
    //                     ^ DEFT017
    void close() {}
}
