package dev.deft.samples.linkcheck.documents;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes targets of links as written.
 *
 * @param root the folder that links such as {@code /images/plan.svg} start from, and that labels are relative to
 */
record TargetParser(Path root) {
    TargetParser {
        root = root.toAbsolutePath().normalize();
    }

    /** The target of a link that stands in {@code document}. */
    Target parse(String destination, Path document) {
        String scheme = Target.schemeOf(destination).toLowerCase(Locale.ROOT);
        if (destination.startsWith("//")) {
            return parseWeb("https:" + destination);
        }
        return switch (scheme) {
            case "" -> parseLocal(destination, document);
            case "http", "https" -> parseWeb(destination);
            default -> new Target.Unchecked(destination, scheme);
        };
    }

    /** The target of an absolute http or https address. */
    static Target parseWeb(String address) {
        URI url;
        try {
            url = new URI(address);
        } catch (URISyntaxException e) {
            return new Target.Malformed(address, "not a valid address: " + lowerFirst(e.getReason()));
        }
        if (url.getHost() == null) {
            return new Target.Malformed(address, "not a valid address: no host name that could be looked up");
        }
        if (url.getPort() > 65_535) {
            return new Target.Malformed(address, "not a valid address: port " + url.getPort() + " is out of range");
        }
        return new Target.OnWeb(normalise(url));
    }

    private Target parseLocal(String destination, Path document) {
        if (destination.isEmpty()) {
            return new Target.Malformed(destination, "the link has no destination");
        }
        int hash = destination.indexOf('#');
        String fragment = hash < 0 ? "" : destination.substring(hash + 1);
        String path = hash < 0 ? destination : destination.substring(0, hash);
        int query = path.indexOf('?');
        path = query < 0 ? path : path.substring(0, query);
        try {
            Path linked = path.isEmpty() ? document : resolve(decode(path), document);
            Path file = linked.toAbsolutePath().normalize();
            return new Target.OnDisk(file, decode(fragment), label(file));
        } catch (InvalidPathException e) {
            return new Target.Malformed(destination, "not a valid path: " + lowerFirst(e.getReason()));
        } catch (IllegalArgumentException e) {
            return new Target.Malformed(destination, "has a % that no two hexadecimal digits follow");
        }
    }

    private Path resolve(String path, Path document) {
        return path.startsWith("/") ? root.resolve(path.substring(1)) : document.resolveSibling(path);
    }

    private String label(Path file) {
        return file.startsWith(root) && !file.equals(root)
                ? root.relativize(file).toString()
                : file.toString();
    }

    /** The form in which equal addresses are equal: lower-case host, no default port, a path, no fragment. */
    private static URI normalise(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int defaultPort = scheme.equals("https") ? 443 : 80;
        StringBuilder text = new StringBuilder(scheme).append("://");
        if (url.getRawUserInfo() != null) {
            text.append(url.getRawUserInfo()).append('@');
        }
        text.append(url.getHost().toLowerCase(Locale.ROOT));
        if (url.getPort() >= 0 && url.getPort() != defaultPort) {
            text.append(':').append(url.getPort());
        }
        text.append(url.getRawPath().isEmpty() ? "/" : url.getRawPath());
        if (url.getRawQuery() != null) {
            text.append('?').append(url.getRawQuery());
        }
        return URI.create(URI.create(text.toString()).toASCIIString());
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String lowerFirst(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
