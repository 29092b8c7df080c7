package dev.deft.health;

/**
 * Something that has no more to give: the next who comes has to wait, or is turned away.
 *
 * @param word what it is: {@code limit}, {@code adaptiveLimit}, {@code rateLimit}, {@code locked} if it has no room for another
 *     key, {@code retry} for a retry budget, or {@code pool}
 * @param task whose it is, such as {@code PaymentService.charge}; of several tasks that share it the first; "" for a pool
 * @param name the name of the pool, or that under which the state is shared; else ""
 * @param size how much it has in all: permits, the burst of a rate, places in the queue of a pool, keys of a
 *     policy with a key; 0 for a budget
 * @param waiting how many wait, of a rate the tokens that are waited for; 0 where that is not known
 * @param keys of a policy with a key, for how many keys there is no more; else 0
 * @param full of a policy with a key, whether there is no room for another key
 */
public record Saturation(String word, String task, String name, int size, int waiting, int keys, boolean full) {}
