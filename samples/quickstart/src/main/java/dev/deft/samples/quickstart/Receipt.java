package dev.deft.samples.quickstart;

/** What a customer gets for it. */
public record Receipt(String orderId) {}
