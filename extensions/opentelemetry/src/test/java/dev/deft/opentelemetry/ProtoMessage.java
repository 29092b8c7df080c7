package dev.deft.opentelemetry;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A message of Protocol Buffers, read without its schema: the values of its fields, by their numbers. */
final class ProtoMessage {
    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    /** Numbers as {@link Long}, all else as {@code byte[]}. */
    private final Map<Integer, List<Object>> fields = new HashMap<>();

    ProtoMessage(byte[] bytes) {
        ByteBuffer wire = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (wire.hasRemaining()) {
            long key = varint(wire);
            fields.computeIfAbsent((int) (key >>> 3), number -> new ArrayList<>())
                    .add(value(wire, (int) (key & 7)));
        }
    }

    private static Object value(ByteBuffer wire, int type) {
        return switch (type) {
            case VARINT -> varint(wire);
            case FIXED_64 -> wire.getLong();
            case FIXED_32 -> (long) wire.getInt();
            case LENGTH_DELIMITED -> {
                byte[] bytes = new byte[(int) varint(wire)];
                wire.get(bytes);
                yield bytes;
            }
            default -> throw new IllegalArgumentException("wire type " + type);
        };
    }

    /** Seven bits a byte, the lowest first. */
    private static long varint(ByteBuffer wire) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = wire.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    boolean has(int field) {
        return fields.containsKey(field);
    }

    List<ProtoMessage> messages(int field) {
        return fields.getOrDefault(field, List.of()).stream()
                .map(bytes -> new ProtoMessage((byte[]) bytes))
                .toList();
    }

    /** What is not sent has no fields. */
    ProtoMessage message(int field) {
        return new ProtoMessage(bytes(field));
    }

    /** What is not sent is 0. */
    long number(int field) {
        return has(field) ? (Long) fields.get(field).getLast() : 0;
    }

    String text(int field) {
        return new String(bytes(field), StandardCharsets.UTF_8);
    }

    String hex(int field) {
        return HexFormat.of().formatHex(bytes(field));
    }

    private byte[] bytes(int field) {
        return has(field) ? (byte[]) fields.get(field).getLast() : new byte[0];
    }
}
