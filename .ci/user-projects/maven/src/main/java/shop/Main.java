package shop;

import dev.deft.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Calls the wrappers and prints what comes of it. */
public final class Main {
    private Main() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException {
        List<String> journal = new ArrayList<>();
        CourierTasks courier = CourierTasks.of(new Courier(journal));

        Task<String> delivery = courier.deliver("the lamp");
        System.out.println(delivery.join());
        System.out.println(delivery.attempts() + " attempts, " + delivery.status());

        System.out.println(courier.collect("the piano"));
        System.out.println(journal);

        Depot_ShelfTasks<String> full = Depot_ShelfTasks.of(new Depot.Shelf<>(List.of("jug", "pot", "cup")));
        System.out.println(full.last(Comparator.naturalOrder()));
        Depot_ShelfTasks<String> empty = Depot_ShelfTasks.of(new Depot.Shelf<String>(List.of()));
        System.out.println(empty.last(Comparator.naturalOrder()));
    }
}
