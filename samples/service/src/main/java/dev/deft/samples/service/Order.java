package dev.deft.samples.service;

/** So much of what a customer wants as this sample needs. */
public record Order(String id, String article) {}
