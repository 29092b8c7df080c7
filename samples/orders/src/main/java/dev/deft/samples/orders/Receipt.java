package dev.deft.samples.orders;

/**
 * Says that an order is booked.
 *
 * @param orderId the order
 * @param repeated whether an earlier attempt, or an earlier sending of the same order, had booked it already
 */
public record Receipt(String orderId, boolean repeated) {}
