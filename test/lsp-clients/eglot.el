;; Drives the language server as a user of Emacs with Eglot does, and prints what came back, one JSON object a line.
;; FILE: the document; SERVER: the command line, split at blanks. An empty FILE asks only whether Eglot is there.

(require 'json)
(require 'subr-x)
(let ((default-directory "/usr/share/emacs/site-lisp/elpa"))
  ;; with -Q, Debian's packages are not on the load path; Emacs 29 and newer bring Eglot along
  (when (file-directory-p default-directory) (normal-top-level-add-subdirs-to-load-path)))
(require 'eglot)
(when (string-empty-p (getenv "FILE")) (kill-emacs 0))

;; Emacs itself has no mode for Markdown; what the server is told is "markdown", as with markdown-mode
(define-derived-mode markdown-mode text-mode "Markdown")
(add-to-list 'eglot-server-programs (cons 'markdown-mode (split-string (getenv "SERVER"))))
(setq eglot-sync-connect 15 eglot-autoshutdown t)

(defun say (&rest what) (princ (concat (json-encode what) "\n")))

(defun wait-for (what)
  (let ((end (+ (float-time) 15)))
    (while (and (not (funcall what)) (< (float-time) end)) (accept-process-output nil 0.05))
    (funcall what)))

(defun the-finding ()
  (seq-find (lambda (d) (string-match-p "individual-fault" (flymake-diagnostic-text d))) (flymake-diagnostics)))

(find-file (getenv "FILE"))
(markdown-mode)
(apply #'eglot (eglot--guess-contact))
(flymake-start nil t)
(wait-for #'the-finding)
(dolist (d (flymake-diagnostics))
  (say :line (line-number-at-pos (flymake-diagnostic-beg d)) :text (flymake-diagnostic-text d)))

(when (the-finding)
  (let* ((beg (flymake-diagnostic-beg (the-finding)))
         (end (flymake-diagnostic-end (the-finding)))
         (actions (eglot-code-actions beg end))
         ;; rewrites come first
         (rewrite (seq-elt actions 0)))
    (seq-do (lambda (a) (say :action (plist-get a :title) :kind (plist-get a :kind))) actions)
    (when rewrite
      (unless (plist-get rewrite :edit)
        (setq rewrite (jsonrpc-request (eglot--current-server-or-lose) :codeAction/resolve rewrite)))
      (eglot--apply-workspace-edit (plist-get rewrite :edit))
      (say :after (buffer-string)))))
(set-buffer-modified-p nil)
(kill-emacs 0)
