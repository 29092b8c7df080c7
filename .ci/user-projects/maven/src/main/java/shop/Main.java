package shop;

import dev.deft.Task;
import dev.deft.channel.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;

/** Calls the wrappers and prints what comes of it. */
public final class Main {
    private Main() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
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

        sort();
    }

    private static void sort() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        SortingTasks sorting = SortingTasks.of(new Sorting(looks));

        Channel<String> parcels = Channel.rendezvous();
        Channel<String> sorted = Channel.buffered(2);
        Task<Void> workers = sorting.sortWorkers(parcels, sorted);
        for (String parcel : List.of("a lamp", "a jug", "a pot")) {
            parcels.send(parcel);
        }
        parcels.close();
        Set<String> all = new TreeSet<>();
        sorted.forEach(all::add);
        System.out.println(all);
        workers.join();

        Task<Void> looking = sorting.scheduleLook();
        looks.await();
        looking.cancel(true);
        System.out.println("the schedule is " + looking.status());
    }
}
