import "../judging/keys.js";
