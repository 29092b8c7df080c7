package dev.deft.samples.service;

/**
 * What the customer is told.
 *
 * @param order identity of the order
 * @param state {@code reserved}, or {@code backordered} if it will take longer
 */
public record Receipt(String order, String state) {}
