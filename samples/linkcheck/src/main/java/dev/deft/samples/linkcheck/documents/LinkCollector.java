package dev.deft.samples.linkcheck.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the links of the inputs: folders of documents, single documents, lists of addresses, and addresses.
 *
 * <p>Reading goes on past what cannot be read; {@link #links()} tells what that was.
 */
public final class LinkCollector {
    private final Pages pages;
    private final Map<Target, List<Place>> places = new LinkedHashMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private int documents;

    public LinkCollector(Pages pages) {
        this.pages = pages;
    }

    /** Adds the links of one input of the command line. */
    public void add(String input) {
        if (Target.schemeOf(input).matches("(?i)https?")) {
            add(TargetParser.parseWeb(input), Place.COMMAND_LINE);
            return;
        }
        Path path = Path.of(input);
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else if (Files.notExists(path)) {
            unreadable.add("There is no file or folder " + path + ".");
        } else if (Pages.isPage(path)) {
            Path file = path.toAbsolutePath();
            addPage(file, file.getParent());
        } else {
            addList(path);
        }
    }

    /** What was found so far. */
    public Links links() {
        List<Link> links = new ArrayList<>();
        places.forEach((target, from) -> links.add(new Link(target, from)));
        return new Links(links, documents, unreadable);
    }

    private void addFolder(Path folder) {
        Set<Path> files = new TreeSet<>(); // sorted, so that the same folder always gives the same report
        try {
            Files.walkFileTree(folder, new PageFinder(folder, files));
        } catch (IOException e) {
            unreadable.add(message("folder", folder, e));
        }
        if (files.isEmpty()) {
            unreadable.add("There is no Markdown or HTML document in " + folder + ".");
        }
        for (Path file : files) {
            addPage(file, folder);
        }
    }

    private void addPage(Path file, Path root) {
        Page page;
        try {
            page = pages.read(file);
        } catch (IOException e) {
            unreadable.add(message("document", file, e));
            return;
        }
        documents++;
        TargetParser parser = new TargetParser(root);
        String name = root.relativize(file).toString();
        for (Page.WrittenLink link : page.links()) {
            add(parser.parse(link.destination(), file), new Place(name, link.line()));
        }
    }

    /** A list has an address a line; empty lines and those that begin with # do not count. */
    private void addList(Path file) {
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            unreadable.add(message("list", file, e));
            return;
        }
        documents++;
        TargetParser parser = new TargetParser(file.toAbsolutePath().getParent());
        int number = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            number++;
            if (!line.isEmpty() && !line.startsWith("#")) {
                add(parser.parse(line, file.toAbsolutePath()), new Place(file.toString(), number));
            }
        }
    }

    private void add(Target target, Place place) {
        places.computeIfAbsent(target, key -> new ArrayList<>()).add(place);
    }

    private static String message(String kind, Path path, IOException failure) {
        String reason = switch (failure) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException missing -> "it does not exist";
            default -> failure.getMessage();
        };
        return "The " + kind + " " + path + " cannot be read: " + reason + ".";
    }

    private final class PageFinder extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<Path> found;

        PageFinder(Path root, Set<Path> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name =
                    folder.getFileName() == null ? "" : folder.getFileName().toString();
            boolean foreign = name.startsWith(".") || name.equals("node_modules");
            return foreign && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (Pages.isPage(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            unreadable.add(message("folder", file, failure));
            return FileVisitResult.CONTINUE;
        }
    }
}
